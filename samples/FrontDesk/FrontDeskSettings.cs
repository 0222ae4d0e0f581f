namespace FrontDesk;

/// <summary>What the sample takes from configuration beside the sections of the SDK's own options.</summary>
internal sealed record FrontDeskSettings(bool IsSimulated, string Companies, string Database, string Recordings, string Pickup, string Spool)
{
    public static FrontDeskSettings Read(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data"] ?? Path.Combine("data", "frontdesk"));
        Directory.CreateDirectory(data);
        var pbx = configuration["Pbx"] ?? "simulated";
        if (pbx is not ("simulated" or "asterisk"))
        {
            throw new InvalidOperationException($"Pbx is '{pbx}'; allowed are 'simulated' and 'asterisk'.");
        }

        return new FrontDeskSettings(
            pbx == "simulated",
            Path.GetFullPath(configuration["Companies"] ?? Path.Combine(AppContext.BaseDirectory, "companies")),
            configuration["Database"] ?? $"Data Source={Path.Combine(data, "frontdesk.db")}",
            Path.GetFullPath(configuration["Recordings"] ?? Path.Combine(data, "recordings")),
            Path.GetFullPath(configuration["Pickup"] ?? Path.Combine(data, "mail")),
            Path.GetFullPath(configuration["Spool"] ?? Path.Combine(data, "spool")));
    }
}
