import type {
  ActRecord,
  FileView,
  AwardView,
  CampaignView,
  FundView,
  ImportView,
  MandateView,
} from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import { builder } from './builder.ts';

/**
 * The objects that lead to each other. They are named here and described beside their concept, so that no two descriptions
 * need each other's file.
 */
export const AssociationRef = builder.objectRef<Association>('Association');
export const CampaignRef = builder.objectRef<CampaignView>('Campaign');
export const AwardRef = builder.objectRef<AwardView>('Award');
export const FundRef = builder.objectRef<FundView>('Fund');
export const MandateRef = builder.objectRef<MandateView>('Mandate');
export const ImportRef = builder.objectRef<ImportView>('Import');
export const ActRef = builder.objectRef<ActRecord>('Act');
export const FileRef = builder.objectRef<FileView>('File');
