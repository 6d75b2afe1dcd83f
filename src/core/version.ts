/** Name and version of this build, bound into every envelope's header. A test keeps it equal to package.json. */
export const WIDGET = 'candor/0.1.0';
