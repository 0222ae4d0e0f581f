using Microsoft.Extensions.DependencyInjection;

namespace VirtualOffice.Sdk;

/// <summary>The mechanism behind <c>Use…</c>: a slot that is filled once.</summary>
public static class VirtualOfficeBuilderSlots
{
    /// <summary>Registers <paramref name="descriptor"/> as the one filling of its slot.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="descriptor">The service to register.</param>
    /// <param name="call">The name of the public call that fills the slot, for the error message.</param>
    /// <exception cref="VirtualOfficeException">The slot is already filled.</exception>
    public static IVirtualOfficeBuilder FillSlot(this IVirtualOfficeBuilder builder, ServiceDescriptor descriptor, string call)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(descriptor);
        foreach (var registered in builder.Services)
        {
            if (registered.ServiceType == descriptor.ServiceType)
            {
                throw new VirtualOfficeException(
                    $"{call} fills the slot '{descriptor.ServiceType.Name}', which an earlier Use… call has already filled. Call only one of them.");
            }
        }

        builder.Services.Add(descriptor);
        return builder;
    }
}
