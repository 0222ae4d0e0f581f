namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record AnswerRequest(string? Value);
