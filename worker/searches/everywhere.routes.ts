import type { Conversation } from '../contract/chat-conversations'
import * as contract from '../contract/searches'
import { conversationsOf } from '../chat/conversations.data'
import { route, slice } from '../lib/route'
import { findMentors, measuresOf } from '../mentors/directory.data'

