#!/usr/bin/env node
import "../dist/elb-sign.js";
