using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Companies;

/// <summary>One step of a dispatch rule.</summary>
/// <param name="To">
/// To whom: <see cref="Recipient"/>, <see cref="CompanyAddress"/>, the id of an employee, <c>group:ID</c>, <c>on-call:ID</c>, or an address of the channel. An employee is told by
/// e-mail on the channel <c>email</c>, and at the first phone number on every other. Of a list, whoever is on call when the step's time comes; they and a group's members are told one after
/// the other, those of a group that is rung all at once at the same time. Where nobody is on call the next step is taken at once.
/// </param>
public sealed record DispatchStep(string To)
{
    /// <summary>Whom the message is for, as if there were no rule.</summary>
    public const string Recipient = "recipient";

    /// <summary>The company's common address, <see cref="CompanyDefinition.MessagesTo"/>.</summary>
    public const string CompanyAddress = "messagesTo";

    /// <summary>Whether a target names a group or an on-call list of the company.</summary>
    public static bool NamesSeveral(string to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to.StartsWith("group:", StringComparison.Ordinal) || to.StartsWith("on-call:", StringComparison.Ordinal);
    }

    /// <summary>Whom else, in this order, in the same turn: each is told when the one before was not reached; none by default.</summary>
    public IReadOnlyList<string> Then { get; init => field = value ?? []; } = [];

    /// <summary>The name of the notification channel; null for the office's own.</summary>
    public string? Channel { get; init; }

    /// <summary>How long after the step before it is taken, unless the message has been acknowledged by then. A step without a wait is taken in any case.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The pause between repetitions, while the message is not acknowledged.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>How often it is taken in all, everybody of <see cref="Then"/> included; 1 by default.</summary>
    public int Times { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>Whether the message is kept until somebody calls in for it, instead of being sent (<see cref="IMessages.PickUpAsync"/>).</summary>
    public bool Hold { get; init; }

    /// <summary>
    /// The company's local time in which routine messages wait; null for the quiet hours of the employee, else of the company, which count for every channel but <c>email</c>: that wakes nobody.
    /// </summary>
    public QuietHours? Quiet { get; init; }
}
