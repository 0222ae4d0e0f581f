using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Whether a script goes on when what it had asked for has come to an end: the queue let the caller go, nobody took the transfer, the message is kept.</summary>
internal static class ScriptReturn
{
    /// <summary>What is journaled with the end; nothing when the office does what it does without a script.</summary>
    public static IEnumerable<CallEvent> EventsOf(CallSession call, params ReadOnlySpan<string> kinds) =>
        Goes(call, kinds) ? [new ScriptResumed(call.Now())] : [];

    /// <summary>Whether the call's script waits at a step of one of these kinds and has a way on from it.</summary>
    public static bool Goes(CallSession call, params ReadOnlySpan<string> kinds)
    {
        if (call.Record is not { OperatorLeg: null, Script: { } state } || call.Company?.FindScript(state.Name) is not { } script || script.FindStep(state.Step) is not { } step || !kinds.Contains(step.Kind))
        {
            return false;
        }

        return step.Kind switch
        {
            "queue" => step.ExitTo("left") is not null,
            "message" => script.Follow(step, ScriptExit.Next) is not null,
            _ => true,
        };
    }
}
