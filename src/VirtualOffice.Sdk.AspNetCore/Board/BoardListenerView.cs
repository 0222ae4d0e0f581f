using VirtualOffice.Sdk.Supervision;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A supervisor who listens in.</summary>
internal sealed record BoardListenerView(string Call, string Supervisor, string By, ListeningMode Mode, DateTimeOffset Since, bool IsConnected)
{
    public static BoardListenerView Of(CallListener listener) =>
        new(listener.Call.ToString(), listener.Supervisor.Value, listener.By, listener.Mode, listener.Since, listener.IsConnected);
}
