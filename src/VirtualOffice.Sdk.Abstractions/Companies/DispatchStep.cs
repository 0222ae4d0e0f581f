namespace VirtualOffice.Sdk.Companies;

/// <summary>One step of a dispatch rule.</summary>
/// <param name="To">
/// To whom: <see cref="Recipient"/>, <see cref="CompanyAddress"/>, the id of an employee, or an address of the channel. An employee is told by e-mail on the channel <c>email</c>,
/// and at the first phone number on every other.
/// </param>
public sealed record DispatchStep(string To)
{
    /// <summary>Whom the message is for, as if there were no rule.</summary>
    public const string Recipient = "recipient";

    /// <summary>The company's common address, <see cref="CompanyDefinition.MessagesTo"/>.</summary>
    public const string CompanyAddress = "messagesTo";

    /// <summary>The name of the notification channel; null for the office's own.</summary>
    public string? Channel { get; init; }

    /// <summary>How long after the step before it is taken, unless the message has been acknowledged by then. A step without a wait is taken in any case.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The pause between repetitions, while the message is not acknowledged.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>How often it is taken in all; 1 by default.</summary>
    public int Times { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>The company's local time in which routine messages wait; null when there is none.</summary>
    public QuietHours? Quiet { get; init; }
}
