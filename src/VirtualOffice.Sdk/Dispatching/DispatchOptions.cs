namespace VirtualOffice.Sdk.Dispatching;

/// <summary>The board's policy.</summary>
/// <param name="WrapUp">Time for work after a call before the next is offered; zero for none.</param>
/// <param name="DeclinePause">How long an operator who declined or missed a call is not offered that call again.</param>
internal sealed record DispatchOptions(TimeSpan WrapUp, TimeSpan DeclinePause);
