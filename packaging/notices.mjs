// Prints the notices for a published program: what is in it that others made, and the texts that their licences ask for.
//   node packaging/notices.mjs FOLDER    the folder with GameNight.deps.json, beside the packages that the build restored
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const read = file => readFileSync(file, 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').trim();

/** The texts of licences and notices that lie in a package's folder. */
const textsIn = folder => readdirSync(folder)
  .filter(name => /^(licen[cs]e|notice|third-?party)/i.test(name))
  .map(name => read(join(folder, name)));

function nuget(key) {
  const [id, version] = key.replace('runtimepack.', '').split('/');
  const folder = join(packages, id.toLowerCase(), version.toLowerCase());
  const spec = read(join(folder, `${id.toLowerCase()}.nuspec`));
  const element = name => new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(spec)?.[1];
  const licence = /<license type="expression">([^<]*)</.exec(spec)?.[1];
  const by = element('copyright') ?? element('authors');
  return { name: `${id} ${version}`, by, at: element('projectUrl'), licence, texts: textsIn(folder) };
}

function npm(id) {
  const folder = join(root, 'wwwroot-assets', 'node_modules', id);
  const manifest = JSON.parse(read(join(folder, 'package.json')));
  const by = manifest.author?.name ?? manifest.author;
  return { name: `${id} ${manifest.version}`, by, licence: manifest.license, texts: textsIn(folder) };
}

const libraries = Object.entries(JSON.parse(read(join(process.argv[2], 'GameNight.deps.json'))).libraries);
const frontEnd = JSON.parse(read(join(root, 'wwwroot-assets', 'package.json')));
const parts = [
  ...libraries.filter(([, library]) => library.type !== 'project').map(([key]) => nuget(key)),
  ...Object.keys(frontEnd.dependencies).map(npm),
];

/** From a text to those whose packages bring it. */
const texts = new Map();
const add = (text, owner) => texts.set(text, [...(texts.get(text) ?? []), owner]);
for (const part of parts) {
  part.texts.forEach(text => add(text, part.name));
  const known = (part.licence ?? '').split(/ (?:AND|OR|WITH) |[()]/).filter(Boolean)
    .map(id => join(import.meta.dirname, 'licences', `${id}.txt`)).filter(existsSync);
  known.forEach(file => add(read(file), part.name));
  if (known.length + part.texts.length === 0)
    throw new Error(`${part.name}: no text is known for its licence (${part.licence ?? 'unnamed'}). Put it into packaging/licences.`);
}

const line = '='.repeat(100);
console.log(`Game Night with ML! is under the MIT licence, see LICENSE. What others made, and is in here:\n`);
console.log(read(join(import.meta.dirname, 'parts.txt')));
for (const { name, by, at, licence } of parts)
  console.log(`${name}, ${licence ?? 'its own licence, below'}\n  ${[by, at].filter(Boolean).join(' ')}`);
for (const [text, owners] of texts)
  console.log(`\n${line}\nOf ${owners.join(', ')}:\n\n${text}`);
