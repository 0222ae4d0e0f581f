using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record OfferView(string Operator, DateTimeOffset At, DateTimeOffset? EndedAt, OfferResult? Result);
