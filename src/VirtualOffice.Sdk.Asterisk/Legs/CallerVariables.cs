using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Whom a dialled party sees calling, as variables that a channel is created with. They are values and are never evaluated.</summary>
internal static class CallerVariables
{
    public static AriVariables For(CallerId caller)
    {
        var number = caller.Number?.ToString() ?? (IsPlain(caller.Text) ? caller.Text : "");
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CONNECTEDLINE(num,i)"] = number,
            ["CONNECTEDLINE(name,i)"] = caller.Name ?? "",

            // A transfer asked for at the phone is the office's to carry out, not Asterisk's.
            ["PJSIP_TRANSFER_HANDLING()"] = "ari-only",
        };
        if (number.Length == 0)
        {
            variables["CONNECTEDLINE(pres,i)"] = "prohib_not_screened";
        }

        return new AriVariables(variables);
    }

    /// <summary>The text goes into the user part of a SIP address, so no more than what needs no escaping there.</summary>
    private static bool IsPlain(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '_' or '.' or '*');
}
