import { describe, expect, it } from 'vitest';
import { fingerprintOf, withoutErrorTexts } from './fingerprint.js';

const TABLE =
  'var a={"camera.in_use":{text:"Another program has it.",retryable:!0},"session.refused":{text:`The receiver\'s no.`,retryable:!1}},limit=0.42;';

const SHARE_WORKER = { file: 'candor-share-worker.js', bytes: 5, sha256: 'd'.repeat(64) };

function assetsOf(worker: string, model: string, others: readonly object[] = []): string {
  const files = [
    ...others,
    { file: 'candor-worker.js', bytes: 12, sha256: worker.repeat(64) },
    { file: 'face_embedding.onnx', bytes: 34, sha256: model.repeat(64) },
  ];
  return JSON.stringify({ version: '0.1.0', files }, null, 2);
}

describe('what a series was measured with', () => {
  it('leaves out what errors say, and nothing else', () => {
    expect(withoutErrorTexts(TABLE)).toBe('var a={},limit=0.42;');
  });

  it('stays the same when an error is new', () => {
    const longer = TABLE.replace('},limit', ',"session.cooling_down":{text:"Wait.",retryable:!1}},limit');
    expect(longer).not.toBe(TABLE);
    expect(withoutErrorTexts(longer)).toBe(withoutErrorTexts(TABLE));
  });

  it('changes with a limit, and with a model', () => {
    const before = fingerprintOf(assetsOf('a', 'b'), TABLE);
    expect(fingerprintOf(assetsOf('c', 'b'), TABLE)).toBe(before);
    expect(fingerprintOf(assetsOf('a', 'b'), TABLE.replace('0.42', '0.43'))).not.toBe(before);
    expect(fingerprintOf(assetsOf('a', 'c'), TABLE)).not.toBe(before);
  });

  it('stays the same with another share worker, and without one: it measures nothing', () => {
    const before = fingerprintOf(assetsOf('a', 'b'), TABLE);
    expect(fingerprintOf(assetsOf('a', 'b', [SHARE_WORKER]), TABLE)).toBe(before);
    expect(fingerprintOf(assetsOf('a', 'b', [{ ...SHARE_WORKER, bytes: 6 }]), TABLE)).toBe(before);
    expect(fingerprintOf(assetsOf('a', 'b', [{ ...SHARE_WORKER, file: 'other.js' }]), TABLE)).not.toBe(
      before,
    );
  });

  it('says so where no worker is listed', () => {
    expect(() => fingerprintOf('{"files":[]}', TABLE)).toThrow('does not list the worker');
  });
});
