using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A request's JSON body; says what is wrong with one that is not as expected.</summary>
internal sealed class Body<T>(T value) : IEndpointParameterMetadataProvider
    where T : class
{
    public T Value => value;

    public static async ValueTask<Body<T>> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body must be JSON, with Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return new Body<T>(await context.Request.ReadFromJsonAsync<T>(ApiJson.Options, context.RequestAborted)
                ?? throw new BadHttpRequestException("The body is null; an object is expected."));
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not as expected, at '{e.Path}', line {e.LineNumber + 1}: it must be an object with {Members}.", e);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static string Members => string.Join(", ", typeof(T).GetProperties().Select(p => $"'{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}'"));
}
