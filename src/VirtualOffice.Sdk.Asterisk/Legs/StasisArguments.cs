using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>
/// The arguments that channels of the office's own making are given. Asterisk repeats them with StasisStart and keeps them as the channel's <c>app_data</c>, so a later host
/// knows the channel again without having to ask for variables: <c>vo-leg,{call},{role}</c> is a dialled leg, <c>vo-snoop,{recording},{channel}</c> a recorder's ear.
/// <c>vo-phone,{endpoint},{dialled}</c> is an operator's phone that calls by itself. Anything else is a caller, whose first argument is the number dialled.
/// </summary>
internal static class StasisArguments
{
    public const string Leg = "vo-leg";
    public const string Snoop = "vo-snoop";
    public const string Phone = "vo-phone";
    public const string Listen = "vo-listen";

    public static string For(LegTag tag) => $"{Leg},{tag.Call},{tag.Role}";

    public static string For(RecordingId recording, string channel) => $"{Snoop},{recording},{channel}";

    public static LegTag? ParseTag(ReadOnlySpan<char> call, ReadOnlySpan<char> role) =>
        Guid.TryParseExact(call, "N", out var id) && Enum.TryParse<LegRole>(role, out var parsed) && Enum.IsDefined(parsed)
            ? new LegTag(new CallId(id), parsed)
            : null;

    /// <summary>Splits what a channel has as <c>app_data</c>; null when it is not of this application.</summary>
    public static string[]? Split(AriChannel.Place? dialplan, string application)
    {
        if (dialplan is not { AppName: "Stasis", AppData: { } data } || !data.StartsWith(application, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = data.AsSpan(application.Length);
        return rest.Length == 0 ? [] : rest[0] == ',' ? rest[1..].ToString().Split(',', 3) : null;
    }

    /// <summary>The call of an operator's phone; null when the endpoint is no phone of the office's.</summary>
    public static LegOffered? ParsePhone(ReadOnlySpan<char> endpoint, ReadOnlySpan<char> dialled, CallerId caller, LegId leg, DialStrings strings) =>
        strings.DeviceOf(endpoint) is { } device ? new LegOffered(leg, dialled.ToString(), caller) { Device = device } : null;
}
