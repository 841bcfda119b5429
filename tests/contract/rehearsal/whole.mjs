// Validates answers that come whole against OpenAI's document: lines of {"schema":NAME,"value":…} on standard input.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fs from 'node:fs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
ajv.addSchema({ $id: 'oas', components: spec.components });
let count = 0, faults = 0;
for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { schema, value } = JSON.parse(line);
  // A schema that comes with the value is one a structured output or a tool asked for.
  const validate = typeof schema === 'string' ? ajv.compile({ $ref: `oas#/components/schemas/${schema}` }) : ajv.compile(schema);
  count += 1;
  if (validate(value)) continue;
  faults += 1;
  for (const e of validate.errors.slice(0, 8)) console.log(`${JSON.stringify(schema).slice(0, 80)}: ${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
}
console.log(`${count} checked, ${faults} faults`);
process.exit(faults || !count ? 1 : 0);
