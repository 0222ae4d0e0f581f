namespace FrontDesk;

/// <summary>Tells at start where to look.</summary>
internal static class Welcome
{
    public static Task WriteAsync(TextWriter output, ICollection<string> urls, FrontDeskSettings settings)
    {
        var url = urls.FirstOrDefault() ?? "(nowhere)";
        return output.WriteLineAsync($"""

            FrontDesk is open.
              Desk          {url.TrimEnd('/')}/desk/ (operators, supervisor, companies; sign-in without a password needs ASPNETCORE_ENVIRONMENT=Development)
              Look here     {url.TrimEnd('/')}/
              REST          {url.TrimEnd('/')}/api/v1/calls
              PBX           {(settings.IsSimulated ? "simulated: people keep calling by themselves" : "Asterisk")}
              Companies     {settings.Companies}
              Database      {OfficeDatabase.Describe(settings.Database)}
              Recordings    {settings.Recordings}
              Mail          {settings.Pickup} (unless Smtp:Host is set)
            """);
    }
}
