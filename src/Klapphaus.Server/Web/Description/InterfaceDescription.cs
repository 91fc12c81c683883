using Klapphaus.Contracts;
using Klapphaus.Server.Members;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Klapphaus.Server.Web.Description;

/// <summary><c>GET /api/openapi.json</c>: everything under <c>/api</c>, described in OpenAPI for whoever writes a program that speaks with the house.</summary>
static class InterfaceDescription
{
    /// <summary>The name that the framework gives to a document when it gets no other.</summary>
    public const string Document = "v1";

    public const string CookieScheme = "session";
    public const string TokenScheme = "token";

    const string Path = "/api/openapi.json";

    const string Lead =
        "What is not a connection to the hub: signing in, invitations, moderation, one's own data, voice and video. Every refusal is a RefusalView; "
        + "its number tells a program what is wrong, its sentence tells a person.";

    public static void AddInterfaceDescription(this IServiceCollection services)
    {
        services.AddOpenApi(options => Configure(options)); // the generator that takes the comments along looks for a lambda
        services.AddSingleton<WrittenInterface>();
    }

    public static void MapInterfaceDescription(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, async (WrittenInterface written) => Results.Text(await written.ReadAsync(), "application/json"))
            .For("House", Callers.Anybody).Does("describeInterface", "Describes this interface.").Gives<object>();

    static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = address => address.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer(WriteNumbersAsTheyAreSentAsync);
        options.AddOperationTransformer(new OperationWriter());
        options.AddDocumentTransformer(CompleteAsync);
    }

    /// <summary>A number in quotation marks is read as well, but nobody needs to know, and nobody is sent one.</summary>
    static Task WriteNumbersAsTheyAreSentAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        return Task.CompletedTask;
    }

    static async Task CompleteAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new() { Title = "Klapphaus", Version = $"{Protocol.Version}", Description = Lead };
        document.Servers = null; // the one that was asked for the description
        var refusal = await context.GetOrCreateSchemaAsync(typeof(RefusalView), cancellationToken: cancellation);
        var components = document.Components ??= new();
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas[nameof(RefusalView)] = refusal;
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [CookieScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = HouseAuthentication.Cookie,
                Description = "Set by POST /api/session, for browsers.",
            },
            [TokenScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Given by POST /api/session?token=true, for other programs.",
            },
        };
    }
}
