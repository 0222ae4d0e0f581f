using VirtualOffice.Sdk.Calls;

namespace FrontDesk.Api;

internal sealed record AttemptView(string Number, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, AttemptResult? Result);
