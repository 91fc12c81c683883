using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Klapphaus.Server.Web.Description;

/// <summary>The description as it is sent. It is written when somebody first asks for it, since by then everything is mapped, and stays the same until the process ends.</summary>
sealed class WrittenInterface([FromKeyedServices(InterfaceDescription.Document)] IOpenApiDocumentProvider provider)
{
    string? text;

    public async Task<string> ReadAsync() => text ??= await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
}
