using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A number an employee is reached at: one step of the plan by which a caller is transferred.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(ReachNumberJsonConverter))]
public sealed record ReachNumber(PhoneNumber Number)
{
    /// <summary>What kind of number it is.</summary>
    public ReachKind Kind { get; init; }

    /// <summary>How long it rings, 1 s to 5 min; null for as long as the office lets numbers ring.</summary>
    public TimeSpan? RingTime { get; init; }

    /// <summary>How the caller is connected.</summary>
    public TransferKind Transfer { get; init; }

    /// <summary>Whether who answers must press 1 to have the call, so that no voicemail swallows it.</summary>
    public bool MustAccept { get; init; }

    /// <summary>The hours in which it is dialled, in the company's time; null for always.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>Whether it rings together with the number before it; who is first to take the call has it.</summary>
    public bool WithPrevious { get; init; }

    /// <summary>A number without further wishes.</summary>
    public static ReachNumber FromPhoneNumber(PhoneNumber number) => new(number);

    /// <summary>A number without further wishes.</summary>
    public static implicit operator ReachNumber(PhoneNumber number) => new(number);

    /// <inheritdoc/>
    public override string ToString() => Number.ToString();
}
