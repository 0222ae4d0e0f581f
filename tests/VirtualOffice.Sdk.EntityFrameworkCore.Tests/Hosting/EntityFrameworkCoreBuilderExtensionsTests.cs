using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

public sealed class EntityFrameworkCoreBuilderExtensionsTests
{
    [Fact]
    public async Task UseEntityFrameworkCore_Once_FillsItsSlots()
    {
        await using var host = new TestHost("Data Source=never-opened.db");

        Assert.All(
            new[]
            {
                typeof(ICallJournal), typeof(ICallIndex), typeof(ICallbackStore), typeof(ICommandInbox), typeof(IMessageOutbox), typeof(IBookmarkStore), typeof(ICompanyStore), typeof(IOperatorStore),
            },
            slot => Assert.Single(host.Services, d => d.ServiceType == slot && d.Lifetime == ServiceLifetime.Singleton));
    }

    [Fact]
    public async Task UseEntityFrameworkCore_Twice_SaysWhichCallIsTooMany()
    {
        await using var host = new TestHost("Data Source=never-opened.db");

        var error = Assert.Throws<VirtualOfficeException>(() => host.UseEntityFrameworkCore(db => db.UseSqlite()));

        Assert.Contains("UseEntityFrameworkCore", error.Message, StringComparison.Ordinal);
    }
}
