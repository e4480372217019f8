target_sources(meshscope PRIVATE
)
