declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  /** The emscripten loader: takes module options, gives the running module. */
  const ModuleFactory: (module: object) => Promise<object>;
  export default ModuleFactory;
}
