using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Hosting;

public sealed class CompositionTests
{
    [Fact]
    public async Task StartAsync_WithoutStores_NamesTheCallToAdd()
    {
        var error = await StartAsync(office => office.AddCompanies(new OfficeDefinition([], [])));
        Assert.Contains("UseEntityFrameworkCore(…) or UseInMemoryStores()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WithoutPbx_NamesTheCallToAdd()
    {
        var error = await StartAsync(office => office.UseInMemoryStores().AddCompanies(new OfficeDefinition([], [])));
        Assert.Contains("AddAsterisk(…) or AddSimulatedPbx()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseInMemoryStores_Twice_Throws()
    {
        var error = Assert.Throws<VirtualOfficeException>(() => new ServiceCollection().AddVirtualOffice(office => office.UseInMemoryStores().UseInMemoryStores()));
        Assert.Contains("already filled", error.Message, StringComparison.Ordinal);
    }

    private static async Task<VirtualOfficeException> StartAsync(Action<IVirtualOfficeBuilder> configure)
    {
        await using var services = new ServiceCollection().AddVirtualOffice(configure).BuildServiceProvider();
        return await Assert.ThrowsAsync<VirtualOfficeException>(() => services.GetRequiredService<IVirtualOffice>().StartAsync(TestContext.Current.CancellationToken));
    }
}
