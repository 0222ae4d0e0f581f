using Microsoft.Extensions.DependencyInjection;

namespace VirtualOffice.Sdk;

/// <summary>Composes an office: <c>Use…</c> fills a single slot, <c>Add…</c> appends, <c>Configure…</c> sets options.</summary>
public interface IVirtualOfficeBuilder
{
    /// <summary>The services the office is composed in.</summary>
    IServiceCollection Services { get; }
}
