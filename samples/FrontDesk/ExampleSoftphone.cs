using VirtualOffice.Sdk.AspNetCore;

namespace FrontDesk;

/// <summary>
/// The phone in the operators' browsers, where <c>Softphone:Server</c> names the PBX's WebSocket. <c>Softphone:User</c> is the account, <c>{device}</c> by default; its password is its name, as in
/// the PBX that eng/asterisk.sh starts. A real host gives every operator a password of their own.
/// </summary>
internal static class ExampleSoftphone
{
    public static SoftphoneOptions? Read(IConfiguration section)
    {
        if (section["Server"] is not { } server)
        {
            return null;
        }

        var template = section["User"] ?? "{device}";
        return new SoftphoneOptions
        {
            Server = new Uri(server),
            EchoTest = section["EchoTest"] ?? "echo",
            Account = op =>
            {
                var user = template.Replace("{device}", op.Device.Value, StringComparison.Ordinal);
                return new SoftphoneAccount(user, user);
            },
        };
    }
}
