using VirtualOffice.Sdk.Calls;

namespace FrontDesk.Api;

internal sealed record OfferView(string Operator, DateTimeOffset At, DateTimeOffset? EndedAt, OfferResult? Result);
