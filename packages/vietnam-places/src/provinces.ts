import { calendarDate, present } from '@khuyenhoc/kernel';
import type { AddressTables, ProvinceRow } from './address-tables.ts';
import { oldProvinces } from './old-provinces.ts';
import { lastDayBefore, provincesAct, reformDay, sources } from './sources.ts';
import { place, succession, type TreePart } from './tree-part.ts';

/** Huế became a city half a year before the reform, which the data set does not tell. */
const hue = { code: '46', formerName: 'Tỉnh Thừa Thiên Huế', on: calendarDate('2025-01-01'), act: '175/2024/QH15' };

/** The 63 old provinces and the 34 of today. One that was neither merged nor renamed is one place throughout. */
export function provinces(tables: AddressTables): TreePart {
  const newCodes = newProvinceCodes(tables);
  const merged = Map.groupBy(oldProvinces, ({ name }) =>
    present(newCodes.get(name), `the province that ${name} is in`),
  );
  const parts = tables.provinces.map((row): TreePart => {
    const old = present(merged.get(row.code), `the provinces that ${row.name} was made of`);
    const today = { code: row.code, name: fullName(row), parentCode: null, source: sources.dataSet };
    if (old.length === 1 && old[0]?.code === row.code) return unchanged(today);
    return {
      places: [
        ...old.map(({ code, name }) =>
          place({ code, name, parentCode: null, source: sources.oldCodes, validTo: lastDayBefore }),
        ),
        place({ ...today, validFrom: reformDay }),
      ],
      successions: old.map(({ code }) =>
        succession(code, row.code, { on: reformDay, act: provincesAct, source: sources.dataSet }),
      ),
    };
  });
  return {
    places: parts.flatMap((part) => part.places),
    successions: parts.flatMap((part) => part.successions),
  };
}

function unchanged(today: Parameters<typeof place>[0]): TreePart {
  if (today.code !== hue.code) return { places: [place(today)], successions: [] };
  const { on, act, formerName } = hue;
  const source = `Nghị quyết ${act}`;
  return {
    places: [
      place({ ...today, name: formerName, validTo: calendarDate('2024-12-31'), source }),
      place({ ...today, validFrom: on }),
    ],
    successions: [succession(today.code, today.code, { on, act, source })],
  };
}

/** Every commune of an old province lies in one new province, which is therefore where the old province went. */
function newProvinceCodes({ wards, mappings }: AddressTables): ReadonlyMap<string, string> {
  const provinceOfWard = new Map(wards.map(({ code, provinceCode }) => [code, provinceCode]));
  return new Map(
    mappings.flatMap(({ oldCode, oldProvince, newCode }): readonly (readonly [string, string])[] => {
      const provinceCode = provinceOfWard.get(newCode);
      return oldCode === null || oldProvince === null || provinceCode === undefined
        ? []
        : [[oldProvince, provinceCode]];
    }),
  );
}

/** The data set leaves "Tỉnh" off and writes "Thành phố" out. */
function fullName({ name, kind }: ProvinceRow): string {
  return kind === 'Tỉnh' ? `Tỉnh ${name}` : name;
}
