import { present, vietnamDate } from '@khuyenhoc/kernel';
import { identify, type Session } from '@khuyenhoc/application';
import { localIssuerName, type Application } from '@khuyenhoc/server';
import { examplePersonas, type ExamplePersona } from '../personas.ts';
import { accepted } from './accepted.ts';
import { seedCampaign } from './seed-campaign.ts';
import { seedFigures } from './seed-figures.ts';
import { seedFund } from './seed-fund.ts';
import { seedNetwork } from './seed-network.ts';

/**
 * Fills an empty database with the example: the network, the first people, the fund with its donations, the figures it reported, the rule set, and a
 * campaign that is open for nominations. Each part is looked for first, so a start that was cut off goes on where it was.
 */
export async function seedPhuTho(application: Application): Promise<void> {
  const personas = examplePersonas();
  const officerSubject = subjectOf(personas, 'officer');
  const today = vietnamDate(application.useCases.clock.now());
  if ((await application.gate.findPeople(localIssuerName, officerSubject, today)).length === 0) {
    await seedNetwork(application, personas);
  }
  const officer = await sessionOf(application, officerSubject);
  const treasurer = await sessionOf(application, subjectOf(personas, 'treasurer'));
  const fundId = await seedFund(application, treasurer);
  await seedFigures(application, officer);
  await seedCampaign(application, officer, fundId);
}

async function sessionOf(application: Application, subject: string): Promise<Session> {
  const today = vietnamDate(application.useCases.clock.now());
  return accepted(identify(await application.gate.findPeople(localIssuerName, subject, today), null));
}

function subjectOf(personas: readonly ExamplePersona[], key: string): string {
  return present(
    personas.find((persona) => persona.key === key),
    `persona ${key}`,
  ).subject;
}
