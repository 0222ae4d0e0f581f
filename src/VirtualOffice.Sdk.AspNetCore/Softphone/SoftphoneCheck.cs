using System.Buffers;

namespace VirtualOffice.Sdk.AspNetCore.Softphone;

/// <summary>Says what is wrong with the softphone's options.</summary>
internal static class SoftphoneCheck
{
    private static readonly SearchValues<char> s_extension = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ*#+-_.");

    public static IEnumerable<string> ProblemsOf(SoftphoneOptions options)
    {
        if (options.Server is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" } server)
        {
            yield return $"OperatorDeskOptions.Softphone.Server is '{options.Server}'; allowed is the address of the PBX's WebSocket, such as wss://pbx.example/ws.";
        }
        else if (server.Scheme == "ws" && !server.IsLoopback)
        {
            yield return $"OperatorDeskOptions.Softphone.Server is '{server}'; without encryption only this machine is allowed. Use wss://.";
        }

        if (options.EchoTest is { } echo && (echo.Length is 0 or > 40 || echo.AsSpan().ContainsAnyExcept(s_extension)))
        {
            yield return $"OperatorDeskOptions.Softphone.EchoTest is '{echo}'; allowed is an extension of the PBX of 1 to 40 letters, digits and * # + - _ .";
        }

        foreach (var ice in options.IceServers.Where(i => i.Scheme is not ("stun" or "turn" or "turns")))
        {
            yield return $"OperatorDeskOptions.Softphone.IceServers has '{ice}'; allowed are stun:, turn: and turns: addresses.";
        }
    }
}
