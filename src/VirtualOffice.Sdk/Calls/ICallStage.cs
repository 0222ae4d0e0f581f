namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// One stage of a call's life. It keeps no progress of its own: everything it has done is in the record, so that it can be entered again after a crash,
/// with the legs that are alive, and goes on. It returns when the record has moved on to another stage, or when the call is over.
/// </summary>
internal interface ICallStage
{
    Task RunAsync(CallSession call);
}
