using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>An operator's command to the call's script.</summary>
internal abstract record ScriptCommand(CommandId? Id) : CallSignal.IdentifiedCommand<bool>(Id)
{
    internal sealed record SaveAnswer(string Field, string Value, CommandId? Id) : ScriptCommand(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("saveAnswer", Field, Value);
    }

    internal sealed record Advance(string? Exit, CommandId? Id) : ScriptCommand(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("advanceScript", Exit);
    }

    internal sealed record GoTo(string Step, CommandId? Id) : ScriptCommand(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("goToStep", Step);
    }

    internal sealed record GoBack(CommandId? Id) : ScriptCommand(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("goBack");
    }

    internal sealed record SetCallType(CallTypeId CallType, CommandId? Id) : ScriptCommand(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("setCallType", CallType.Value);
    }
}
