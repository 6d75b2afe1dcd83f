import { int32, table } from './flatbuffer-writer.js';
import { JOINED_FLOATS, LANDMARKS, landmarkGatherIndices } from './landmark-indices.js';
import { packedAsset } from './packed-assets.js';
import { TfliteModel } from './tflite.js';
import { zipStored } from './zip.js';

/** Axis of the values in a 1×1×1×n tensor. */
const VALUE_AXIS = 3;

/** A FaceLandmarker bundle for @mediapipe/tasks-vision 1.x from the models that @mediapipe/face_mesh ships.
 * @param packed - face_mesh_solution_packed_assets.data. */
export function buildLandmarkBundle(packed: Uint8Array): Uint8Array {
  return zipStored([
    { name: 'face_detector.tflite', content: detector(packedAsset(packed, 'shortRangeDetector')) },
    {
      name: 'face_landmarks_detector.tflite',
      content: landmarkModel(packedAsset(packed, 'attentionLandmarkModel')),
    },
    {
      name: 'geometry_pipeline_metadata_landmarks.binarypb',
      content: packedAsset(packed, 'geometryMetadata'),
    },
  ]);
}

/** Input −1…1. */
function detector(original: Uint8Array): Uint8Array {
  const model = new TfliteModel(original);
  model.addNormalisation({ mean: 127.5, std: 127.5 });
  return model.encode();
}

/** Input 0…1. The model has seven outputs (mesh, lips, eyes, irises, presence); the task graph expects two: the 478
 * landmarks and the presence. The six are joined, and the best coordinates of each landmark gathered from them. */
function landmarkModel(original: Uint8Array): Uint8Array {
  const model = new TfliteModel(original);
  const regions = model.outputs.slice(0, 6);
  const presence = model.outputs.slice(6);
  const concatenation = model.addOperatorCode('concatenation');
  const gather = model.addOperatorCode('gather');

  const joined = model.addTensor('cat', [1, 1, 1, JOINED_FLOATS], 'float32');
  model.addOperator('concatenation', concatenation, regions, joined, table(int32(VALUE_AXIS), null));

  const order = landmarkGatherIndices();
  const indices = model.addTensor(
    'idx',
    [order.length],
    'int32',
    model.addBuffer(new Uint8Array(order.buffer)),
  );
  const landmarks = model.addTensor('landmarks', [1, 1, 1, 3 * LANDMARKS], 'float32');
  model.addOperator('gather', gather, [joined, indices], landmarks, table(int32(VALUE_AXIS)));

  model.outputs = [landmarks, ...presence];
  model.addNormalisation({ mean: 0, std: 255 });
  return model.encode();
}
