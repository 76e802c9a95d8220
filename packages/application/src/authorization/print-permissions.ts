import { writeFileSync } from 'node:fs';
import { permissionTable } from './permission-table.ts';

// Writes the permission table beside this package's README, where it is checked in and compared.
writeFileSync(`${import.meta.dirname}/../../PERMISSIONS.md`, permissionTable());
