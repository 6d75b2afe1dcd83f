import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChecked } from './load.js';

const BODY = Buffer.from('a model');
const sha256 = createHash('sha256').update(BODY).digest('hex');
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/model') response.end(BODY);
    else if (request.url === '/flipped') response.end(Buffer.from('a mode1'));
    else if (request.url === '/torn')
      response.writeHead(200, { 'content-length': 100 }).write(BODY, () => response.destroy());
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('loadChecked', () => {
  const file = 'face.onnx';

  it('gives the bytes whose hash is the published one', async () => {
    expect(Buffer.from(await loadChecked(`${origin}/model`, { file, sha256 }))).toEqual(BODY);
  });

  it('refuses a changed file with its name, what was expected and what was found', async () => {
    await expect(loadChecked(`${origin}/flipped`, { file, sha256 })).rejects.toMatchObject({
      code: 'assets.integrity_failed',
      detail: expect.stringMatching(/^face\.onnx: expected [0-9a-f]{12}…, found [0-9a-f]{12}…$/),
    });
  });

  it('names the file and the status when there is none', async () => {
    await expect(loadChecked(`${origin}/nothing`, { file, sha256 })).rejects.toMatchObject({
      code: 'assets.load_failed',
      detail: 'face.onnx, HTTP 404',
    });
  });

  it('names the file when the transfer breaks off, or nobody answers', async () => {
    const failed = { code: 'assets.load_failed', detail: 'face.onnx' };
    await expect(loadChecked(`${origin}/torn`, { file, sha256 })).rejects.toMatchObject(failed);
    await expect(loadChecked('http://127.0.0.1:1/', { file, sha256 })).rejects.toMatchObject(failed);
  });
});
