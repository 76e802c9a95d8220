import { vietnamCodes, type PlaceSuccession } from '@khuyenhoc/domain';
import { present } from '@khuyenhoc/kernel';
import type { AddressTables, MappingRow } from './address-tables.ts';
import { oldDistricts, type OldDistrict } from './old-districts.ts';
import { oldProvinces } from './old-provinces.ts';
import { begunIn2025, communesOf2024, lastDayOf2024, mergersAct, mergersDay } from './phu-tho-of-2024.ts';
import { communeActs, lastDayBefore, reformDay, sources } from './sources.ts';
import { place, succession, type TreePart } from './tree-part.ts';

/** A row that names its old unit in full, code and all: what makes an old commune. */
type CodedRow = MappingRow & { readonly [Field in 'oldCode' | 'oldName' | 'oldDistrict' | 'oldProvince']: string };

/** The communes before and after the reform, and the districts between them and their provinces where these have codes. */
export function communes(tables: AddressTables): TreePart {
  const rows = tables.mappings.filter(isCoded);
  const provinceOfWard = new Map(tables.wards.map(({ code, provinceCode }) => [code, provinceCode]));
  const reform = (newCode: string) => ({
    on: reformDay,
    act: communeActs[provinceOfWard.get(newCode) ?? ''] ?? null,
    source: sources.dataSet,
  });
  return {
    places: [
      ...oldDistricts.map(({ code, name, provinceCode: parentCode }) =>
        place({ code, name, parentCode, source: sources.oldCodes, validTo: lastDayBefore }),
      ),
      ...rows.map(oldCommune),
      ...communesOf2024.map(({ code, name, districtCode: parentCode }) =>
        place({ code, name, parentCode, source: sources.reformOf2025, validTo: lastDayOf2024 }),
      ),
      ...tables.wards.map(({ code, name, provinceCode: parentCode }) =>
        place({ code, name, parentCode, source: sources.dataSet, validFrom: reformDay }),
      ),
    ],
    successions: [
      ...oldDistricts.flatMap((district) => endOfDistrict(district, rows, reform)),
      ...rows.map(({ oldCode, newCode }) => succession(oldCode, newCode, reform(newCode))),
      ...communesOf2024.flatMap(({ code, successorCode }) =>
        successorCode === null
          ? []
          : [succession(code, successorCode, { on: mergersDay, act: mergersAct, source: sources.reformOf2025 })],
      ),
    ],
  };
}

function oldCommune({ oldCode: code, oldName: name, oldDistrict: district, oldProvince }: CodedRow) {
  const provinceCode = present(
    oldProvinces.find((one) => one.name === oldProvince),
    `the old province ${oldProvince}`,
  ).code;
  const coded = oldDistricts.find((one) => one.provinceCode === provinceCode && one.name === district);
  return place({
    code,
    name,
    district,
    parentCode: coded?.code ?? provinceCode,
    source: sources.dataSet,
    validFrom: begunIn2025.has(code) ? mergersDay : null,
    validTo: lastDayBefore,
  });
}

/** A district went where its communes went; how much of it lies in each, nobody measured. */
function endOfDistrict(
  { code, name, provinceCode }: OldDistrict,
  rows: readonly CodedRow[],
  reform: (newCode: string) => Pick<PlaceSuccession, 'on' | 'act' | 'source'>,
): readonly PlaceSuccession[] {
  const province = oldProvinces.find((one) => one.code === provinceCode)?.name;
  const its = rows.filter(({ oldDistrict, oldProvince }) => oldDistrict === name && oldProvince === province);
  const newCodes = [...new Set(its.map(({ newCode }) => newCode))].toSorted();
  return newCodes.map((toCode) => ({
    codeSystem: vietnamCodes,
    fromCode: code,
    toCode,
    share: newCodes.length === 1 ? { parts: 1, whole: 1 } : null,
    ...reform(toCode),
  }));
}

function isCoded(row: MappingRow): row is CodedRow {
  return row.oldCode !== null && row.oldName !== null && row.oldDistrict !== null && row.oldProvince !== null;
}
