using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record AcknowledgementView(string Message, DateTimeOffset At, string Who, AcknowledgementMethod Method);
