using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Json;

namespace VirtualOffice.Sdk.Abstractions.Tests.Json;

public sealed class CompanyJsonTests
{
    [Fact]
    public void ReadCompany_OfAVersionThatKnewLess_HasTheDefaults()
    {
        var company = OfficeJson.ReadCompany("""{"id":"fox","name":"Fox","version":"v1","numbers":["+78124540001"],"employees":[{"id":"anna","name":"Anna","numbers":[]}]}""");

        Assert.Equal(CardContent.Empty, company.Card);
        Assert.Equal(TimeZoneInfo.Utc, company.TimeZone);
        Assert.Empty(company.HoursExceptions);
        Assert.Empty(company.Dispatch);
        Assert.Equal("longest-idle", company.Queue.Strategy);
        Assert.Empty(company.Callers.Known);
        Assert.Null(company.Employees[0].Department);
    }

    [Fact]
    public void ReadCompany_PartsThatKnewLess_HaveTheDefaults()
    {
        var company = OfficeJson.ReadCompany("""
            {"id":"fox","name":"Fox","version":"v1","numbers":["+78124540001"],"queue":{},"callers":{},"dispatch":[{"steps":[{"to":"recipient"}]}],
             "card":{"services":[{"name":"Visas"}],"offices":[{"name":"Nevsky","address":"28"}],"faq":[{"id":"a","question":"b","answer":"c"}]}}
            """);

        Assert.Equal(("longest-idle", 1, 1), (company.Queue.Strategy, company.Queue.Weight, company.Dispatch[0].Steps[0].Times));
        Assert.Empty(company.Queue.Limits);
        Assert.Empty(company.Queue.Skills);
        Assert.Empty(company.Queue.BackupsAfter);
        Assert.Empty(company.Callers.Blocked);
        Assert.Empty(company.Card.Layout);
        Assert.Empty(company.Card.Services[0].Keywords);
        Assert.Empty(company.Card.Offices[0].HoursExceptions);
        Assert.Empty(company.Card.Faq[0].Keywords);
    }
}
