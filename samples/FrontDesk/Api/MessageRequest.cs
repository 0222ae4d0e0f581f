using VirtualOffice.Sdk.Messages;

namespace FrontDesk.Api;

internal sealed record MessageRequest(string? Employee, Dictionary<string, string>? Fields, MessageUrgency Urgency = MessageUrgency.Routine);
