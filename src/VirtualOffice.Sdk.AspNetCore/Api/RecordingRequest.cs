namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record RecordingRequest(bool Paused);
