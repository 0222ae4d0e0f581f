using System.Text;
using System.Text.Json.Serialization;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>The call follows a script from now on; answers of an earlier one stay.</summary>
/// <param name="At">When.</param>
/// <param name="Script">Its name.</param>
/// <param name="Step">The step it begins with.</param>
public sealed record ScriptStarted(DateTimeOffset At, string Script, string Step) : CallEvent(At);

/// <summary>The call has left a step of its script and is at another.</summary>
/// <param name="At">When.</param>
/// <param name="Step">The step it is at.</param>
/// <param name="Exit">The exit by which it left the one before; <see cref="Back"/> or <see cref="Jump"/> when the operator did.</param>
public sealed record StepEntered(DateTimeOffset At, string Step, string Exit) : CallEvent(At)
{
    /// <summary>The operator went back.</summary>
    public const string Back = "back";

    /// <summary>The operator went to a step of their choice.</summary>
    public const string Jump = "jump";
}

/// <summary>An answer is saved, instead of the field's earlier one.</summary>
/// <param name="At">When.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The answer, checked; untrusted text. Empty: there is none any more.</param>
public sealed record AnswerSaved(DateTimeOffset At, string Field, string Value) : CallEvent(At)
{
    /// <summary>Whether it must not be shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMasked { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(nameof(Field)).Append(" = ").Append(Field).Append(", ").Append(nameof(Value)).Append(" = ").Append(IsMasked ? "••••" : Value);
        return true;
    }
}

/// <summary>The caller has heard the prompt of the step to its end.</summary>
/// <param name="At">When.</param>
/// <param name="IsInformation">Whether it was information, and not a question.</param>
public sealed record PromptHeard(DateTimeOffset At, bool IsInformation) : CallEvent(At);

/// <summary>The caller has entered keys that lead nowhere, or none in time.</summary>
/// <param name="At">When.</param>
/// <param name="Keys">The keys; empty for none in time, hidden where the answer is.</param>
public sealed record KeysEntered(DateTimeOffset At, string Keys) : CallEvent(At);

/// <summary>The caller was promised to be called back.</summary>
public sealed record CallbackPromised(DateTimeOffset At) : CallEvent(At);

/// <summary>The script has the caller asked for a voice message.</summary>
/// <param name="At">When.</param>
/// <param name="Problem">What was wrong with the script, when that is why; null otherwise.</param>
public sealed record VoiceMessageAsked(DateTimeOffset At, string? Problem = null) : CallEvent(At);

/// <summary>What the script had asked for has come to an end, and the script goes on at its step.</summary>
public sealed record ScriptResumed(DateTimeOffset At) : CallEvent(At);
