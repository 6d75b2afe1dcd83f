/** `drawnStream(fps)`: a stream of pictures that a script draws. For the body of an init script. */
export const DRAWN_CAMERA = `
  const drawing = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    const draw = () => {
      context.fillStyle = 'hsl(' + (performance.now() / 10) % 360 + ' 50% 50%)';
      context.fillRect(0, 0, 640, 480);
    };
    draw();
    setInterval(draw, 33);
    return canvas;
  };
  const drawnStream = () => drawing().captureStream(30);
`;
