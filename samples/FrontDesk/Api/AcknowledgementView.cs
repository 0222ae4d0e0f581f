using VirtualOffice.Sdk.Messages;

namespace FrontDesk.Api;

internal sealed record AcknowledgementView(string Message, DateTimeOffset At, string Who, AcknowledgementMethod Method);
