import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { SkillPicker } from '../skills/SkillPicker'
import { StepForm } from './StepForm'
import { addressOf, type WelcomeFlow } from './welcome-flow'

export function SkillsStep(props: { flow: WelcomeFlow }) {
  const skills = () => props.flow.typed().skills ?? props.flow.wish().skills
  const save = createSubmission(
    () => props.flow.save('skills', { skills: skills() }),
    () => props.flow.goOnFrom('skills'),
  )
  return (
    <StepForm save={save} fields={['skills']} next={addressOf('zone')}>
      <SkillPicker
        label={m.welcome_skills_label()}
        value={skills()}
        onChange={(next) => props.flow.type({ skills: next })}
        error={save.fieldError('skills')}
      />
    </StepForm>
  )
}
