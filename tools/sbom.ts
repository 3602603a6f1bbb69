/** `npm run sbom`: writes what a clinic installs into sbom.cdx.json, in CycloneDX; needs no network. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const FILE = 'sbom.cdx.json';
/** npm marks what only development needs. Its own --omit dev also leaves out what both need, such as pg. */
const DEVELOPMENT = 'cdx:npm:package:development';
/** Bytes; it is about a quarter of a megabyte. */
const MOST = 50_000_000;

interface Bill {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly properties?: readonly { readonly name: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--offline'];
const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: MOST });
const bill: Bill = JSON.parse(stdout);
const components = bill.components.filter(
  ({ properties = [] }) => !properties.some(({ name }) => name === DEVELOPMENT),
);
const left = new Set(bill.components.filter((one) => !components.includes(one)).map((one) => one['bom-ref']));
const dependencies = bill.dependencies
  .filter(({ ref }) => !left.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => !left.has(one)) }));
await writeFile(FILE, `${JSON.stringify({ ...bill, components, dependencies }, null, 2)}\n`);
console.log(`${FILE}: ${components.length} packages`);
