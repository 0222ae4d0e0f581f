using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Operators;

/// <summary>
/// Phones of operators that can be told to pick up: a softphone, a desk phone with auto-answer, a simulated one. A PBX without them needs none: its operators pick up by hand.
/// Safe for concurrent use.
/// </summary>
public interface IOperatorPhones
{
    /// <summary>Whether the phone of this leg can be told to pick up.</summary>
    bool CanAnswer(LegId leg);

    /// <summary>Tells the phone to pick up; false when it does not ring (any more) or cannot be told.</summary>
    Task<bool> AnswerAsync(LegId leg, CancellationToken cancellationToken);
}
