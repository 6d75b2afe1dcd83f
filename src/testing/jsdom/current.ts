import { Simulation } from './simulation.js';

// The widget makes its flow by itself, wherever it is rendered: nobody could hand it one.
let current = new Simulation();

export function currentSimulation(): Simulation {
  return current;
}

export function beginSimulation(): Simulation {
  current = new Simulation();
  return current;
}
