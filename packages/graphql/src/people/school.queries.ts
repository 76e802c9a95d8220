import { schoolLevels, type SchoolPeriod, type SchoolRecord } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { PlaceRef } from '../places/place.type.ts';
import { schoolIdOf } from './people-ids.ts';

const SchoolLevelEnum = enumOf('SchoolLevel', 'Which years a school teaches.', schoolLevels);

const SchoolPeriodRef = builder.objectRef<SchoolPeriod>('SchoolPeriod').implement({
  description: 'What a school is from a day on, until its next period begins.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date' }),
    name: t.exposeString('name'),
    level: t.expose('level', { type: SchoolLevelEnum }),
    place: t.field({
      type: PlaceRef,
      nullable: true,
      description: 'Where it stands, as its code meant on the first day.',
      resolve: ({ place, validFrom: on }, _args, { places }) =>
        place === null ? null : places.onDay.load({ ...place, on }),
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'Which association looks after it; null when that is out of sight.',
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

const SchoolRef = builder.objectRef<SchoolRecord>('School').implement({
  description: 'A school as it is called today. The whole network knows it: pupils go to schools of other communes.',
  fields: (t) => ({
    schoolId: t.exposeID('id'),
    name: t.exposeString('name'),
    level: t.expose('level', { type: SchoolLevelEnum }),
    code: t.string({ nullable: true, resolve: ({ code }) => code?.text ?? null }),
    codeIssuer: t.string({
      nullable: true,
      description: 'Who gave the code, and alone understands it.',
      resolve: ({ code }) => code?.issuer ?? null,
    }),
    periods: t.field({
      type: [SchoolPeriodRef],
      description: 'What it was and will be, oldest first.',
      resolve: ({ id }, _args, { reads }) => reads.schoolPeriods.load(id),
    }),
  }),
});

builder.queryField('school', (t) =>
  t.field({
    type: SchoolRef,
    nullable: true,
    description: 'A school of the network’s register, or null when there is none of this id.',
    args: { schoolId: t.arg.id({ required: true }) },
    resolve: (_root, { schoolId }, { reads }) => {
      const id = schoolIdOf(schoolId);
      return id === null ? null : reads.schools.load(id);
    },
  }),
);
