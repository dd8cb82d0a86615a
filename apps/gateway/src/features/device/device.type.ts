import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType('Device', { description: 'What a browser needs to work without a line, for the person who asks.' })
export class DeviceType {
  @Field(() => ID, { description: 'Names the key on a device without naming the person.' })
  keyId!: string

  @Field(() => String, {
    description: '256 bits in base64, the same at each sign-in: unsent work is sealed with it at sign-out.',
  })
  key!: string

  @Field(() => [ID], {
    description:
      'Meetings of the bodies one holds an office on, of the last 30 days or not yet agreed; the newest first, 12 at most.',
  })
  meetings!: string[]

  @Field(() => [ID], {
    description:
      'Actions of these bodies to which something happened in the last 30 days; the newest first, 60 at most.',
  })
  actions!: string[]

  @Field(() => [ID], {
    description: 'Restricted records among what one may see, as `Action:<id>`: they are never kept on a device.',
  })
  restricted!: string[]
}
