using System.Text;

namespace VirtualOffice.Sdk.Messages.Voice;

/// <summary>A message as a text to be read aloud.</summary>
internal static class SpokenMessage
{
    private const int MaxLength = 1000;

    public static string Of(Message message)
    {
        var prefix = message.Corrects is null ? "" : "This corrects an earlier message. ";
        if (message.Text is { } own)
        {
            own = prefix + own;
            return own.Length > MaxLength ? own[..MaxLength] : own;
        }

        var text = new StringBuilder(prefix)
            .Append(message.CompanyName).Append(": ")
            .Append(message.Urgency == MessageUrgency.Urgent ? "urgent " : "")
            .Append(message.Kind == MessageKind.Voice ? "voice message" : "message")
            .Append(message.EmployeeName is { } employee ? $" for {employee}" : "")
            .Append('.');
        if (message.Caller.Name is { } name)
        {
            text.Append(" From ").Append(name).Append('.');
        }

        if (message.Caller.Number is { } number)
        {
            text.Append(" Number ").AppendJoin(' ', number.Digits.ToCharArray()).Append('.');
        }

        foreach (var field in message.Fields)
        {
            text.Append(' ').Append(field.Name).Append(": ").Append(field.Value).Append('.');
        }

        return text.Length > MaxLength ? text.ToString(0, MaxLength) : text.ToString();
    }
}
