using Microsoft.AspNetCore.OpenApi;
using VirtualOffice.Sdk.AspNetCore.Api;

namespace VirtualOffice.Sdk.AspNetCore.Hosting;

/// <summary>The description of what the desk's pages ask the server for.</summary>
internal static class DeskOpenApi
{
    public const string Document = "virtualoffice-desk";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiRoot>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("Operator desk", "v1");
            return Task.CompletedTask;
        });
    }
}
