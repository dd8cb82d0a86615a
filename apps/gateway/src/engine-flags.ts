import { setFlagsFromString } from 'node:v8'

// A server does a little of everything: left to itself, V8 spends a quarter of the processor time of the first minutes on optimising what
// soon runs seldom again. What is really hot is still optimised, some seconds later. Measured in decision 022.
setFlagsFromString('--interrupt-budget=1000000')
// Code that runs a few times, as when people come in, runs compiled from the first time on: plainly, which costs next to nothing.
// Measured in decision 024.
setFlagsFromString('--always-sparkplug')
